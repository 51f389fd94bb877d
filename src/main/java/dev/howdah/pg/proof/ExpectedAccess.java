package dev.howdah.pg.proof;

/** A role and what it is meant for. */
public record ExpectedAccess(String role, AccessKind kind) {}
