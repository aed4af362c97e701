/** Text on a sheet: a font of our own for Latin letters, and those of the system. */
@NullMarked
package org.stylecodes.image.text;

import org.jspecify.annotations.NullMarked;
