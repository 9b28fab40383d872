namespace DinsosIntranet.Shared.Files;

/// <summary>Writes a small private file so that a crash leaves either the old or the new content, never a mixture.</summary>
public static class AtomicFile
{
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            using var file = PrivateFolder.CreateFile(temporary);
            RandomAccess.Write(file.SafeFileHandle, content, 0);
            Publish(file, temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>
    /// Gives a finished file its name. Flushed before, so the name never shows half a file; flushed again after, because
    /// .NET cannot flush a folder and journalling file systems write the rename with the next flush of the renamed file.
    /// </summary>
    public static void Publish(FileStream file, string temporary, string path, bool overwrite)
    {
        RandomAccess.FlushToDisk(file.SafeFileHandle);
        File.Move(temporary, path, overwrite);
        RandomAccess.FlushToDisk(file.SafeFileHandle);
    }
}
