import type { Ports } from '../instance.ts';

interface Cluster {
  readonly id: string;
  readonly folder: string;
  readonly ports: Ports;
}

/** The smallest cluster that keeps its promises: one copy of everything, small caches, no manager. */
export function cephConfiguration(cluster: Cluster): string {
  return [everybody(cluster), pools, monitor(cluster), store(cluster), gateway(cluster)].join('\n');
}

function everybody({ id, folder, ports }: Cluster): string {
  return `[global]
fsid = ${id}
mon_host = v1:127.0.0.1:${ports.cephMonitor}
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
ms_bind_msgr2 = false
ms_bind_ipv6 = false
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
run_dir = ${folder}
crash_dir = ${folder}
admin_socket =
pid_file =
log_to_file = false
log_to_stderr = true
mon_cluster_log_to_file = false
mon_cluster_log_to_stderr = false
debug_rocksdb = 0
debug_bluefs = 0
debug_bluestore = 0
debug_bdev = 0
debug_mon = 0
debug_paxos = 0
`;
}

const pools = `osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pgp_num = 1
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_warn_on_pool_no_redundancy = false
mon_max_pg_per_osd = 1000
# One monitor has nobody to agree with: waiting a second before each decision only delays the first buckets.
paxos_propose_interval = 0.05
paxos_min_wait = 0.01
`;

function monitor({ folder }: Cluster): string {
  return `[mon]
mon_data = ${folder}/monitor
mon_data_avail_crit = 1
mon_data_avail_warn = 2
`;
}

function store({ folder, ports }: Cluster): string {
  return `[osd]
osd_data = ${folder}/store
osd_objectstore = bluestore
bluestore_block_size = 4294967296
bluestore_block_create = true
bluestore_cache_autotune = false
bluestore_cache_size = 67108864
osd_op_num_shards = 1
osd_op_num_threads_per_shard = 2
ms_bind_port_min = ${ports.cephStore}
ms_bind_port_max = ${ports.cephStore + 7}
# At start the store would report its place before it knows the cluster's id, and be refused as "wrong fsid".
osd_crush_update_on_start = false
osd_class_update_on_start = false
`;
}

function gateway({ ports }: Cluster): string {
  return `[client.rgw]
rgw_frontends = beast endpoint=127.0.0.1:${ports.s3}
rgw_thread_pool_size = 64
rgw_enable_apis = s3
rgw_enable_ops_log = false
rgw_enable_usage_log = false
`;
}
