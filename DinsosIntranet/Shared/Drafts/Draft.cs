using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DinsosIntranet.Shared.Drafts;

/// <summary>What somebody typed and has not saved yet. One per person and form; always encrypted, since a form may hold anything.</summary>
public sealed class Draft
{
    public const int KeyMaxLength = 80;

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Which form: "permohonan-baru", "cek-dtks:" and the request's id.</summary>
    public required string Key { get; init; }

    public required string CipherText { get; set; }

    public required DateTime SavedAt { get; set; }
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Key).HasMaxLength(Draft.KeyMaxLength);
        builder.HasIndex(d => new { d.UserId, d.Key }).IsUnique();
    }
}
