package dev.howdah.health;

/**
 * Judges one thing about a server. Pure: the same input gives the same finding, and an input that
 * was not read gives UNKNOWN, never OK.
 */
public interface HealthRule {

    /** The same for ever; first part of its text keys, like connectionsNearLimit. */
    String name();

    /** How much it matters among findings of the same severity, from 0 to 100. */
    int weight();

    Finding judge(HealthInput input);
}
