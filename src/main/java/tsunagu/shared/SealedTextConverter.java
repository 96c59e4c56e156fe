package tsunagu.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** {@link SealedText} of an entity: text in its field, sealed in the table. Null and "" are null there, and null when they come back. */
@Converter
public class SealedTextConverter implements AttributeConverter<String, byte[]> {

    @Override
    public byte[] convertToDatabaseColumn(String plain) {
        SealedText text = SealedText.of(plain);
        return text == null ? null : SealedText.seal(plain);
    }

    @Override
    public String convertToEntityAttribute(byte[] sealed) {
        return sealed == null ? null : SealedText.open(sealed);
    }
}
