package dev.howdah.lab.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one can have of the lab, as Choreo's documentation of its managed PostgreSQL describes its
 * plans ("High Availability and Automatic Backups", "Connection limits").
 */
public enum LabPlan {
    HOBBYIST("Hobbyist", 25, 1, 0),
    STARTUP_4("Startup-4", 100, 1, 2),
    BUSINESS_4("Business-4", 100, 2, 14),
    BUSINESS_16("Business-16", 400, 2, 14),
    PREMIUM_4("Premium-4", 100, 3, 30),
    PREMIUM_8("Premium-8", 200, 3, 30);

    private final String title;
    private final int maxConnections;
    private final int nodes;
    private final int retentionDays;

    LabPlan(String title, int maxConnections, int nodes, int retentionDays) {
        this.title = title;
        this.maxConnections = maxConnections;
        this.nodes = nodes;
        this.retentionDays = retentionDays;
    }

    /** The plan of this title; empty when there is none. */
    public static Optional<LabPlan> titled(String title) {
        return Stream.of(values()).filter(plan -> plan.title.equals(title)).findFirst();
    }

    /** As people call it: "Business-16". */
    public String title() {
        return title;
    }

    /** Of each node, those for superusers among them. */
    public int maxConnections() {
        return maxConnections;
    }

    /** The primary and its standbys, 1 to 3. */
    public int nodes() {
        return nodes;
    }

    /** How far back in time one can go; zero when no backups are made. */
    public Duration retention() {
        return Duration.ofDays(retentionDays);
    }
}
