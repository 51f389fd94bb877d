package dev.howdah.wronghouse.ui.users.attic;

/** In a room that no order names. */
public interface UserAttic {}
