package dev.howdah.core;

/**
 * The server a change is meant for, fixed when the change is described.
 *
 * @param server the name the person knows it by
 * @param readOnly whether the profile forbids every write; a change then refuses to run
 */
public record ChangeTarget(String server, Environment environment, boolean readOnly) {}
