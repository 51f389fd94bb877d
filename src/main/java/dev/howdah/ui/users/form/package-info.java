/** The forms over the window in which a role is changed, and the parts that forms are made of. */
@NullMarked
package dev.howdah.ui.users.form;

import org.jspecify.annotations.NullMarked;
