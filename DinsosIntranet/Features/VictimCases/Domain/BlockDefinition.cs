namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>How a field is typed, checked and stored.</summary>
public enum FieldKind
{
    Text,
    LongText,
    /// <summary>One code of a list.</summary>
    Choice,
    /// <summary>Codes of a list, divided by commas.</summary>
    Choices,
    /// <summary>Victims of the case by their ordinal, divided by commas.</summary>
    Victims,
    /// <summary>"ya" or "tidak"; nothing until somebody asked.</summary>
    YesNo,
    /// <summary>Stored as 2026-11-22.</summary>
    Date,
    /// <summary>Stored as 13:30, on the agency's wall.</summary>
    Time,
    /// <summary>A whole number from 0.</summary>
    Number,
    Nik,
    FamilyCard,
    Phone,
}

/// <summary>
/// One field of a block. <paramref name="IsSensitive"/>: masked until somebody asks to see it, which is recorded.
/// <paramref name="When"/>: asked for only where that other field of the block has one of these values.
/// </summary>
public sealed record BlockField(
    string Code,
    string Label,
    FieldKind Kind,
    string? List = null,
    bool IsRequired = false,
    bool IsSensitive = false,
    string? Help = null,
    FieldCondition? When = null)
{
    public const int TextMaxLength = 200;
    public const int LongTextMaxLength = 8000;

    public int MaxLength => Kind == FieldKind.LongText ? LongTextMaxLength : TextMaxLength;

    public BlockField Required() => this with { IsRequired = true };

    public BlockField Sensitive() => this with { IsSensitive = true };

    public BlockField If(string field, params string[] values) => this with { When = new FieldCondition(field, values) };

    public BlockField Hint(string text) => this with { Help = text };
}

/// <summary>Holds where the named field has one of the values; of several codes one is enough.</summary>
public sealed record FieldCondition(string Field, IReadOnlyList<string> Values);

/// <summary>
/// One block of a case: what is asked about one thing, saved as a whole. A repeatable block has any number of instances up
/// to <see cref="MostInstances"/>; <paramref name="Parent"/> is the block each instance belongs to (violence suffered belongs
/// to one victim). Which printed form a block stands on is no matter of the block: <see cref="FormTemplate"/> says so.
/// </summary>
public sealed record BlockDefinition(string Code, string Title, IReadOnlyList<BlockField> Fields, bool IsRepeatable = false, string? Parent = null, string? ItemName = null)
{
    public const int MostInstances = 30;
    public const int CodeMaxLength = 8;

    public BlockField? Field(string code) => Fields.FirstOrDefault(f => f.Code == code);

    /// <summary>"Korban 2"; the title where there is one only.</summary>
    public string Name(int ordinal) => IsRepeatable ? $"{ItemName ?? Title} {ordinal}" : Title;
}

/// <summary>A printed form: its code (A, B, C), its title, and the blocks on it in their order.</summary>
public sealed record FormTemplate(string Code, string Title, IReadOnlyList<string> Blocks);

/// <summary>One entry of a code list.</summary>
public sealed record CodeName(string Code, string Name);

/// <summary>A level of risk and the time within which somebody must have attended to the victim, counted from the report.</summary>
public sealed record RiskLevel(string Code, string Name, int Amount, string Unit, string Help);
