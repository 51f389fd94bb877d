package dev.howdah.ui.users;

/**
 * One way by which somebody may do something with the object that was asked about.
 *
 * @param afterSetRole whether it is there only after SET ROLE
 */
record WhoCanRow(String role, String privilege, String way, boolean afterSetRole) {}
