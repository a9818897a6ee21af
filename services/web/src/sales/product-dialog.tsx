import { sales } from '@dhanman/client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/signed-api.js';
import { typedAmount } from '../formats/typed-amount.js';
import { Cancel } from '../patterns/change-button.js';
import { CheckField } from '../patterns/check-field.js';
import { Dialog } from '../patterns/dialog.js';
import { ChoiceField, TextField } from '../patterns/field.js';
import { Form } from '../patterns/form.js';
import { useSubmission, type Values } from '../patterns/use-submission.js';
import { productsKey } from './sales-queries.js';

const treatments = ['taxable', 'nil-rated', 'exempt', 'non-gst'] as const;

interface ProductDialogProps {
  readonly companyId: string;
  readonly close: () => void;
  /** The one that is edited; without it a new one is entered. */
  readonly product?: sales.Product;
}

export function ProductDialog({ companyId, close, product }: ProductDialogProps) {
  const { t } = useTranslation();
  const submission = useSaving({ companyId, close, ...(product && { product }) });
  const field = (name: 'name' | 'code' | 'classification' | 'unit' | 'ratePercent' | 'price') => ({
    name,
    error: submission.errorOf(name),
    defaultValue: product?.[name] ?? usual[name],
    autoComplete: 'off',
  });
  return (
    <Dialog title={t(product ? 'products.change' : 'products.add')} close={close}>
      <Form submission={submission} action={t('products.save')} aside={<Cancel close={close} />}>
        <TextField {...field('name')} required label={t('products.name')} maxLength={200} />
        <TextField {...field('price')} required label={t('products.price')} inputMode="decimal" />
        <TextField {...field('unit')} required label={t('invoices.line.unit')} maxLength={20} />
        <TextField
          {...field('classification')}
          label={t('invoices.line.classification')}
          hint={t('products.classificationHint')}
          inputMode="numeric"
          maxLength={8}
        />
        <ChoiceField
          name="treatment"
          required
          label={t('products.treatment')}
          defaultValue={product?.treatment ?? 'taxable'}
        >
          {treatments.map((one) => (
            <option key={one} value={one}>
              {t(`products.treatments.${one}`)}
            </option>
          ))}
        </ChoiceField>
        <TextField
          {...field('ratePercent')}
          required
          label={t('invoices.line.ratePercent')}
          inputMode="decimal"
        />
        <TextField {...field('code')} label={t('products.code')} maxLength={30} />
        {product && (
          <CheckField name="isActive" label={t('products.isActive')} defaultChecked={product.isActive} />
        )}
      </Form>
    </Dialog>
  );
}

const usual = { name: '', code: '', classification: '', unit: 'NOS', ratePercent: '18', price: '' };

function useSaving({ companyId, close, product }: ProductDialogProps) {
  const client = useQueryClient();
  return useSubmission({
    send: async (values, idempotencyKey) => {
      if (!product) {
        const request = { path: { companyId }, body: detailsIn(values) };
        return api(sales.productsCreate, request, { idempotencyKey });
      }
      const { id, version } = product;
      const at = { path: { companyId, id }, headers: { 'If-Match': `"${version}"` } };
      return api(sales.productsPatch, {
        ...at,
        body: { ...patchIn(values), isActive: values['isActive'] === 'on' },
      });
    },
    done: () => {
      void client.invalidateQueries({ queryKey: productsKey(companyId) });
      close();
    },
  });
}

function detailsIn(values: Values): sales.CreateProduct {
  const { code, classification, ...details } = patchIn(values);
  return {
    ...details,
    ...(typeof code === 'string' && { code }),
    ...(typeof classification === 'string' && { classification }),
  };
}

function patchIn({ name = '', price = '', unit = '', ratePercent = '', ...values }: Values) {
  const treatment = treatments.find((one) => one === values['treatment']) ?? 'taxable';
  return {
    ...{ name: name.trim(), price: typedAmount(price) ?? price, unit: unit.trim(), treatment },
    ratePercent: ratePercent.trim(),
    code: textOrNull(values['code']),
    classification: textOrNull(values['classification']),
  };
}

function textOrNull(text = ''): string | null {
  return text.trim() === '' ? null : text.trim();
}
