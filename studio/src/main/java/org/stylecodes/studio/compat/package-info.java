/** The APIs of OpenAI and AUTOMATIC1111, as far as their clients draw pictures. */
@NullMarked
package org.stylecodes.studio.compat;

import org.jspecify.annotations.NullMarked;
