/** The control plane: what changes plans, and repairs what fails. */
@NullMarked
package dev.howdah.lab.control;

import org.jspecify.annotations.NullMarked;
