package dev.howdah.ui.users.access;

/**
 * One way by which somebody may do something with the object that was asked about.
 *
 * @param privileges those that this way gives, in words
 * @param afterSetRole whether it is there only after SET ROLE
 */
record WhoCanRow(String role, String way, String privileges, boolean afterSetRole) {}
