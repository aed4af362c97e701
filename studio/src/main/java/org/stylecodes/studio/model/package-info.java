/** The model that the studio serves, and the queue of pictures to encode. */
@NullMarked
package org.stylecodes.studio.model;

import org.jspecify.annotations.NullMarked;
