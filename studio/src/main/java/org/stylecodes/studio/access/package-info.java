/** Access control: tokens, session cookies, origins and rate limits. */
@NullMarked
package org.stylecodes.studio.access;

import org.jspecify.annotations.NullMarked;
