/** The facade: a picture becomes a style code, a prompt and a code become a picture. */
@NullMarked
package org.stylecodes;

import org.jspecify.annotations.NullMarked;
