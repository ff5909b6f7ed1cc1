package fr.ruche.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be attached; set by {@code ruche.documents.*}.
 *
 * @param maxSize of one file
 * @param maxTotal of all files of one dossier, the replaced ones included
 * @param maxCount files of one dossier, the replaced ones included
 */
@ConfigurationProperties("ruche.documents")
record FileLimits(
        @DefaultValue("20MB") DataSize maxSize,
        @DefaultValue("200MB") DataSize maxTotal,
        @DefaultValue("100") int maxCount) {}
