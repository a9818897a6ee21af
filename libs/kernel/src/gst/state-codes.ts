/** The two digits with which goods and services tax law names a state; `96` is a place outside India. */
export type StateCode = string;

export const outsideIndia: StateCode = '96';

const names: Readonly<Record<StateCode, string>> = {
  '01': 'Jammu and Kashmir',
  '02': 'Himachal Pradesh',
  '03': 'Punjab',
  '04': 'Chandigarh',
  '05': 'Uttarakhand',
  '06': 'Haryana',
  '07': 'Delhi',
  '08': 'Rajasthan',
  '09': 'Uttar Pradesh',
  '10': 'Bihar',
  '11': 'Sikkim',
  '12': 'Arunachal Pradesh',
  '13': 'Nagaland',
  '14': 'Manipur',
  '15': 'Mizoram',
  '16': 'Tripura',
  '17': 'Meghalaya',
  '18': 'Assam',
  '19': 'West Bengal',
  '20': 'Jharkhand',
  '21': 'Odisha',
  '22': 'Chhattisgarh',
  '23': 'Madhya Pradesh',
  '24': 'Gujarat',
  '26': 'Dadra and Nagar Haveli and Daman and Diu',
  '27': 'Maharashtra',
  '29': 'Karnataka',
  '30': 'Goa',
  '31': 'Lakshadweep',
  '32': 'Kerala',
  '33': 'Tamil Nadu',
  '34': 'Puducherry',
  '35': 'Andaman and Nicobar Islands',
  '36': 'Telangana',
  '37': 'Andhra Pradesh',
  '38': 'Ladakh',
  '96': 'Outside India',
  '97': 'Other Territory',
};

/** Territories without a legislature: there the state's half is called UTGST. */
const withoutLegislature = new Set(['04', '26', '31', '35', '38', '97']);

/** Where a society or business must register at half the usual turnover. */
const withLowerThreshold = new Set(['13', '14', '15', '16']);

export function stateName(code: StateCode): string | undefined {
  return names[code];
}

export function isUnionTerritory(code: StateCode): boolean {
  return withoutLegislature.has(code);
}

export function hasLowerThreshold(code: StateCode): boolean {
  return withLowerThreshold.has(code);
}
