package dev.howdah.wronghouse.provider.trial;

import dev.howdah.wronghouse.provider.there.There;

/** Knows a provider's own adapter. */
public interface Trial {
    void seesThere(There one);
}
