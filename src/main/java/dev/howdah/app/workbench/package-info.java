/** What the window does for tabs: it copies, confirms, and shows what is sent. */
@NullMarked
package dev.howdah.app.workbench;

import org.jspecify.annotations.NullMarked;
