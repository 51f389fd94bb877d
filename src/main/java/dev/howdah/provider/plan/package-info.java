/** Plans and versions that a service may move to, what they promise and what moving costs. */
@NullMarked
package dev.howdah.provider.plan;

import org.jspecify.annotations.NullMarked;
