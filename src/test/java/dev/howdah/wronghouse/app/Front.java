package dev.howdah.wronghouse.app;

/** The front door. */
public interface Front {}
