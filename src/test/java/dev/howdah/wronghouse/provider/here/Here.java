package dev.howdah.wronghouse.provider.here;

import dev.howdah.wronghouse.provider.there.There;

/** Knows another provider. */
public interface Here {
    void seesThere(There one);
}
