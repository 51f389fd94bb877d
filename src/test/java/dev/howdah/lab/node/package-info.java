/** Tests of single servers of the lab. */
@NullMarked
package dev.howdah.lab.node;

import org.jspecify.annotations.NullMarked;
