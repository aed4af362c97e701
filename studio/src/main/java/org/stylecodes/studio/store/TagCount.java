package org.stylecodes.studio.store;

/** How many styles have a tag. */
public record TagCount(String tag, int count) {}
