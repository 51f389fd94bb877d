package dev.howdah.health;

import java.util.List;

/** Every rule there is, with its usual limits. */
public final class HealthRules {
    public static final List<HealthRule> ALL = List.of();

    private HealthRules() {}
}
