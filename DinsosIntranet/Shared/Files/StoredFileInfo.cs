namespace DinsosIntranet.Shared.Files;

/// <summary>
/// All that is needed to read a stored file again; the owner's row keeps it. <paramref name="Path"/> is relative to the
/// vault's folder, <paramref name="Length"/> and <paramref name="Sha256"/> are those of the readable content. Erasing
/// <paramref name="WrappedKey"/> makes the file unreadable for good, in every backup too.
/// </summary>
public sealed record StoredFileInfo(Guid Id, string Path, string WrappedKey, string KeyId, long Length, string Sha256, FileKind Kind);
