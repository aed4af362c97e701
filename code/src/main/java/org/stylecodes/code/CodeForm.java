package org.stylecodes.code;

/** The ways to write a style code. */
public enum CodeForm {
    /** 20 symbols. The context tells which model the code belongs to. */
    BARE("20 symbols"),
    /** The model's id, a colon, 20 symbols and 2 check symbols. */
    SHARED("the model's id, ':', 20 symbols and 2 check symbols"),
    /** The 27 characters that the first release of StyleCodes writes: standard base64 of 20 bytes. */
    LEGACY("27 characters of standard base64, as the first release writes them");

    private final String description;

    CodeForm(String description) {
        this.description = description;
    }

    /** Describes what a code in this form consists of, for messages. */
    public String description() {
        return description;
    }
}
