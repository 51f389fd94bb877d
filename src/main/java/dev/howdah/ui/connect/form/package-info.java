/** What the dialogs are made of: their window, and the fields of a server as they are typed. */
@NullMarked
package dev.howdah.ui.connect.form;

import org.jspecify.annotations.NullMarked;
