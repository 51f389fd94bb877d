package dev.howdah.wronghouse.provider.there;

/** The other provider. */
public interface There {}
