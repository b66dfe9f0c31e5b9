package org.footlift.cli;

import org.footlift.config.DetectorSettings.Choice;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code heel}, {@code imu} or {@code fused}. */
final class SensorChoice implements ITypeConverter<Choice> {
    @Override
    public Choice convert(String text) {
        for (Choice choice : Choice.values()) {
            if (choice.name().equalsIgnoreCase(text)) {
                return choice;
            }
        }
        throw new TypeConversionException("'" + text + "' is not a choice of sensors: heel, imu or fused");
    }
}
