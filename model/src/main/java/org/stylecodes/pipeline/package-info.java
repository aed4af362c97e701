/** From pictures to codes and from requests to pictures, over the networks of one model folder. {@link org.stylecodes.StyleCodes} is the way in. */
@NullMarked
package org.stylecodes.pipeline;

import org.jspecify.annotations.NullMarked;
