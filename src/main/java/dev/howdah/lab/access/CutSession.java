package dev.howdah.lab.access;

import java.time.Instant;

/**
 * A client's session that was ended because it is let in no more.
 *
 * @param address the client's, without a prefix
 */
public record CutSession(int pid, Instant since, String user, String address) {}
