let stop: (() => Promise<void>) | undefined;

/** Told by telemetry, which starts before the service and does not know it. */
export function onTelemetryStop(work: () => Promise<void>): void {
  stop = work;
}

/** Sends the spans that wait, as the last act of a service; without telemetry, or past the deadline, does nothing. */
export async function stopTelemetry(deadlineMs = 1_000): Promise<void> {
  if (!stop) return;
  const deadline = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => deadline.resolve(undefined), deadlineMs);
  // What cannot be sent now is lost; that must not fail the stop of a service that did its work.
  await Promise.race([stop().catch(() => undefined), deadline.promise]);
  clearTimeout(timer);
}
