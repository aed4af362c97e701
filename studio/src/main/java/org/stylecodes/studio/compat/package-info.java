/** The parts of the APIs of OpenAI and AUTOMATIC1111 with which clients draw pictures. */
@NullMarked
package org.stylecodes.studio.compat;

import org.jspecify.annotations.NullMarked;
