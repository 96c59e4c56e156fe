package tsunagu.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** {@link Mark} of an entity. */
@Converter
public class MarkConverter implements AttributeConverter<Mark, String> {

    @Override
    public String convertToDatabaseColumn(Mark mark) {
        return mark == null ? null : mark.written(SealedText.cipher());
    }

    @Override
    public Mark convertToEntityAttribute(String stored) {
        return Mark.stored(stored);
    }
}
