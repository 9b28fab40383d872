using DinsosIntranet.Features.Standards.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages.Composing;

/// <summary>The letter in the agency's own words: what is typed for it, and its text with places.</summary>
public sealed partial class LetterSection
{
    private LetterDraft? _dropped;

    /// <summary>Unticked by mistake, what was written comes back.</summary>
    private Task ToggleAsync(ChangeEventArgs change)
    {
        if (change.Value is true)
        {
            Draft.Letter = _dropped ?? new LetterDraft();
        }
        else
        {
            (_dropped, Draft.Letter) = (Draft.Letter, null);
        }

        return ChangedAsync();
    }

    private Task AddFieldAsync(LetterDraft letter)
    {
        letter.Fields.Add(new LetterFieldDraft { Code = StandardDraft.FreeCode("isian", letter.Fields.Select(f => f.Code)) });
        return ChangedAsync();
    }

    private Task RemoveAsync(LetterDraft letter, LetterFieldDraft field)
    {
        letter.Fields.Remove(field);
        foreach (var part in letter.Parts)
        {
            part.Rows?.Remove(field.Code);
        }

        return ChangedAsync();
    }

    private Task KindAsync(LetterFieldDraft field, ChangeEventArgs change)
    {
        field.Kind = change.Value?.ToString() ?? "";
        field.Choices = field.Kind == "pilihan" ? field.Choices ?? ["Ya", "Tidak"] : null;
        return ChangedAsync();
    }

    private Task ChoicesAsync(LetterFieldDraft field, ChangeEventArgs change)
    {
        field.Choices = Lines(change);
        return ChangedAsync();
    }

    private Task NumberedAsync(LetterPartDraft part, ChangeEventArgs change)
    {
        part.Numbered = Lines(change);
        return ChangedAsync();
    }

    private Task RowAsync(LetterPartDraft part, string code, ChangeEventArgs change)
    {
        part.Rows!.Remove(code);
        if (change.Value is true)
        {
            part.Rows.Add(code);
        }

        return ChangedAsync();
    }

    private Task AddPartAsync(LetterDraft letter)
    {
        letter.Parts.Add(new LetterPartDraft { Paragraph = "" });
        return ChangedAsync();
    }

    private Task RemoveAsync(LetterDraft letter, LetterPartDraft part)
    {
        letter.Parts.Remove(part);
        return ChangedAsync();
    }

    private Task MoveAsync(LetterDraft letter, int at, int by)
    {
        Move(letter.Parts, at, by);
        return ChangedAsync();
    }

    private static List<string> Lines(ChangeEventArgs change) =>
        [.. (change.Value?.ToString() ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
