/** What surrounds things in an illustration: backdrops, ground, sky and places. */
@NullMarked
package org.stylecodes.train.illustration.setting;

import org.jspecify.annotations.NullMarked;
