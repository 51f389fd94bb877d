package dev.howdah.backup.download;

import dev.howdah.core.ProblemException;
import dev.howdah.provider.backup.BackupFile;

/** Opens the file of one backup, as often as its link breaks or expires. */
@FunctionalInterface
public interface DownloadSource {
    /**
     * See {@link dev.howdah.provider.ProviderReads#download}.
     *
     * @param from the first byte wanted
     * @param sameAs the version of what one has
     */
    BackupFile open(long from, String sameAs) throws ProblemException;
}
