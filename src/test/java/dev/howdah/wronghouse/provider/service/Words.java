package dev.howdah.wronghouse.provider.service;

import dev.howdah.wronghouse.provider.there.There;

/** Words for all providers that know one of them. */
public interface Words {
    void seesThere(There one);
}
