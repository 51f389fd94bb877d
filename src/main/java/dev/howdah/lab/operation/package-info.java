/** What the lab's control plane does, step by step, kept on disk. */
@NullMarked
package dev.howdah.lab.operation;

import org.jspecify.annotations.NullMarked;
