import { prometheusPort } from '../../topology.ts';
import type { Outputs } from '../generator.ts';
import { notice } from '../text.ts';
import { booksDashboard } from './books.ts';
import { dashboardJson } from './grafana.ts';
import { messagesDashboard } from './messages.ts';
import { servicesDashboard } from './services.ts';

/** Dashboards as Grafana reads them from a folder, and the two files that tell it where folder and figures are. */
export function dashboards(): Outputs {
  return new Map([
    ['deploy/monitoring/dashboards/services.json', dashboardJson(servicesDashboard)],
    ['deploy/monitoring/dashboards/messages.json', dashboardJson(messagesDashboard)],
    ['deploy/monitoring/dashboards/books.json', dashboardJson(booksDashboard)],
    ['deploy/monitoring/grafana/dashboards/dhanman.yml', provider],
    ['deploy/monitoring/grafana/datasources/dhanman.yml', source],
  ]);
}

/** What somebody changed on the page would be gone with the next release, so it cannot be changed there. */
const provider = `# ${notice}
apiVersion: 1
providers:
  - name: dhanman
    folder: Dhanman
    type: file
    disableDeletion: true
    allowUiUpdates: false
    updateIntervalSeconds: 60
    options:
      path: /etc/grafana/dashboards/dhanman
`;

const source = `# ${notice}
apiVersion: 1
datasources:
  - name: Prometheus
    uid: dhanman-prometheus
    type: prometheus
    access: proxy
    url: http://127.0.0.1:${prometheusPort}
    isDefault: true
    editable: false
    jsonData:
      # As often as prometheus.yml scrapes; Grafana makes its rates from it.
      timeInterval: 15s
`;
