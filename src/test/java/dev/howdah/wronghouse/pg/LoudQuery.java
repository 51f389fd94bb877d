package dev.howdah.wronghouse.pg;

/** A question that others should not know. */
public interface LoudQuery {}
