/** Text on a sheet: a bitmap font for Latin letters, and the fonts of the system for others. */
@NullMarked
package org.stylecodes.image.text;

import org.jspecify.annotations.NullMarked;
