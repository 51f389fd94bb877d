package dev.howdah.wronghouse.ui.users.list;

/** A room that stands above the forms. */
public interface UserList {}
