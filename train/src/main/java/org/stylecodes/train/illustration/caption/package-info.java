/** Captions of illustrations: what a picture shows, in words. */
@NullMarked
package org.stylecodes.train.illustration.caption;

import org.jspecify.annotations.NullMarked;
