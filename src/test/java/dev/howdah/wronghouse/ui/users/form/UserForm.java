package dev.howdah.wronghouse.ui.users.form;

import dev.howdah.wronghouse.ui.users.list.UserList;

/** Knows a room above it. */
public interface UserForm {
    void seesList(UserList one);
}
