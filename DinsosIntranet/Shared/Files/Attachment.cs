using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Shared.Files;

/// <summary>Where an uploaded or issued file lies and the wrapped key that opens it; the content itself is in the vault.</summary>
public sealed class StoredFile
{
    public required Guid Id { get; init; }

    public required string Path { get; init; }

    public required string WrappedKey { get; set; }

    public required string KeyId { get; set; }

    public required long Length { get; init; }

    public required string Sha256 { get; init; }

    public required FileKind Kind { get; init; }

    public required DateTime StoredAt { get; init; }

    public static StoredFile From(StoredFileInfo info, DateTime now) => new()
    {
        Id = info.Id,
        Path = info.Path,
        WrappedKey = info.WrappedKey,
        KeyId = info.KeyId,
        Length = info.Length,
        Sha256 = info.Sha256,
        Kind = info.Kind,
        StoredAt = now,
    };

    public StoredFileInfo ToInfo() => new(Id, Path, WrappedKey, KeyId, Length, Sha256, Kind);
}

/// <summary>
/// A scan or screenshot that belongs to something: to a requirement of a request, to a register check, to a letter.
/// Uploaded before its form is saved, it belongs to the uploader's draft (OwnerId is the draft's own id) until then.
/// </summary>
public sealed class Attachment
{
    public const int NameMaxLength = 120;

    public required Guid Id { get; init; }

    /// <summary>The request, or the draft id while the form is not saved.</summary>
    public required Guid OwnerId { get; set; }

    /// <summary>What it is for: a requirement's code, "tangkapan-layar", "surat-bertanda-tangan".</summary>
    public required string Purpose { get; init; }

    public required Guid FileId { get; init; }

    public required string DisplayName { get; init; }

    public required Guid UploadedById { get; init; }

    public required DateTime UploadedAt { get; init; }

    /// <summary>Set when it was replaced or taken away; the file stays for the trail.</summary>
    public DateTime? RemovedAt { get; set; }
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("StoredFiles");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Path).HasMaxLength(120);
        builder.Property(f => f.WrappedKey).HasMaxLength(300);
        builder.Property(f => f.KeyId).HasMaxLength(64);
        builder.Property(f => f.Sha256).HasMaxLength(64);
    }
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Purpose).HasMaxLength(60);
        builder.Property(a => a.DisplayName).HasMaxLength(Attachment.NameMaxLength);
        builder.HasIndex(a => new { a.OwnerId, a.Purpose });
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(a => a.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
