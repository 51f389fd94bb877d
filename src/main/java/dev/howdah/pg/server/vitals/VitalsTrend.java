package dev.howdah.pg.server.vitals;

/**
 * What a server did lately, for judgements on rates.
 *
 * @param lately the last minutes that were looked at, five at the most
 * @param lastHour the last hour that was looked at, or as much of it as there is
 */
public record VitalsTrend(VitalsInterval lately, VitalsInterval lastHour) {}
