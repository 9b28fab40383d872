using System.Text.Json;
using System.Text.Json.Serialization;

namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>A length of time being typed; without an amount for "tanpa-batas".</summary>
public sealed class TimeDraft
{
    public int? Amount { get; set; }

    public string Unit { get; set; } = "hari-kerja";
}

public sealed class PromiseDraft
{
    public TimeDraft? Least { get; set; }

    public TimeDraft Most { get; set; } = new() { Amount = 1 };

    public string CountedFrom { get; set; } = "lengkap";

    public string? Until { get; set; }

    public string Published { get; set; } = "";
}

public sealed class RequirementDraft
{
    public string Code { get; set; } = "";

    public string Number { get; set; } = "";

    public string Text { get; set; } = "";

    public string? Note { get; set; }

    public bool Mandatory { get; set; } = true;
}

public sealed class ChannelDraft
{
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Heading { get; set; }

    public string EntryStep { get; set; } = "";

    public List<string> Requirements { get; set; } = [];
}

public sealed class OutcomeDraft
{
    public string Code { get; set; } = "";

    public string Label { get; set; } = "";

    public string To { get; set; } = "";

    public string? Branch { get; set; }
}

public sealed class ProposalDraft
{
    public string ToDesk { get; set; } = "";

    public List<string> Instructions { get; set; } = [];
}

public sealed class StepDraft
{
    public string Id { get; set; } = "";

    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    public string ShortTitle { get; set; } = "";

    public string Desk { get; set; } = "";

    public string Action { get; set; } = "";

    public List<OutcomeDraft> Outcomes { get; set; } = [];

    public ProposalDraft? Proposal { get; set; }

    public static StepDraft New(string id, int number, string desk, string action, string to)
    {
        var step = new StepDraft { Id = id, Number = $"{number}", Desk = desk };
        step.Act(action, to);
        return step;
    }

    /// <summary>
    /// Another thing done at this step: the outcomes that go with it take the place of those there were, all leading where the
    /// first one led. What a disposition proposes stands at steps of disposing only.
    /// </summary>
    public void Act(string action, string to)
    {
        Action = action;
        Outcomes = [.. Usual(action).Select(o => new OutcomeDraft { Code = o.Code, Label = o.Label, Branch = o.Branch, To = to })];
        Proposal = action == StepActions.Dispose ? Proposal ?? new ProposalDraft() : null;
    }

    private static (string Code, string Label, string? Branch)[] Usual(string action) => action switch
    {
        StepActions.Receive => [("terima", "Terima dan teruskan", null)],
        StepActions.Forward => [("teruskan", "Teruskan", null)],
        StepActions.Dispose => [("disposisi", "Disposisikan", null)],
        StepActions.Assign => [("tugaskan", "Tugaskan", null)],
        StepActions.Verify or StepActions.Decide => [("ya", "Catat memenuhi", "ya"), ("tidak", "Catat tidak memenuhi", "tidak")],
        StepActions.Sign => [("tanda-tangani", "Tanda tangani", null), ("kembalikan", "Kembalikan untuk diperbaiki", null)],
        StepActions.HandOver => [("serahkan", "Serahkan", null)],
        StepActions.Compose => [("ajukan", "Ajukan untuk ditandatangani", null)],
        StepActions.Refer => [("rujuk", "Rujuk", null)],
        StepActions.Notify => [("diberitahukan", "Beri tahu pemohon", null)],
        _ => [("selesai", "Selesaikan langkah", null)],
    };
}

public sealed class EndingDraft
{
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Status { get; set; } = "selesai";
}

public sealed class LetterDraft
{
    public string Name { get; set; } = "";

    public string Heading { get; set; } = "";

    public string? Classification { get; set; }

    public int? ValidDays { get; set; }

    public List<LetterFieldDraft> Fields { get; set; } = [];

    public List<LetterPartDraft> Parts { get; set; } =
    [
        new() { Paragraph = "Yang bertanda tangan di bawah ini, {jabatan}, menerangkan bahwa:" },
        new() { Person = true },
        new() { Paragraph = "" },
    ];
}

public sealed class LetterFieldDraft
{
    public string Code { get; set; } = "";

    public string Label { get; set; } = "";

    public string Kind { get; set; } = "teks";

    public bool Mandatory { get; set; } = true;

    public string? Note { get; set; }

    public List<string>? Choices { get; set; }
}

public sealed class LetterPartDraft
{
    public string? Paragraph { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Person { get; set; }

    public List<string>? Rows { get; set; }

    public List<string>? Numbered { get; set; }

    /// <summary>Which of the four it is, as the page offers them.</summary>
    [JsonIgnore]
    public LetterPartKind Kind
    {
        get => Person ? LetterPartKind.Person : Rows is not null ? LetterPartKind.Rows : Numbered is not null ? LetterPartKind.Numbered : LetterPartKind.Paragraph;
        set => (Person, Rows, Numbered, Paragraph) = (
            value == LetterPartKind.Person,
            value == LetterPartKind.Rows ? Rows ?? [] : null,
            value == LetterPartKind.Numbered ? Numbered ?? [""] : null,
            value == LetterPartKind.Paragraph ? Paragraph ?? "" : null);
    }
}

public enum LetterPartKind
{
    Paragraph,
    Person,
    Rows,
    Numbered,
}

public sealed class ComplaintsDraft
{
    public string Address { get; set; } = "";

    public string Phone { get; set; } = "";

    public string? Website { get; set; }

    public string? Intro { get; set; }

    public List<ComplaintChannelDraft> Channels { get; set; } = [new() { Kind = "tatap-muka" }];

    public string? Note { get; set; }

    public List<string> Flow { get; set; } = [];

    public List<JsonElement> Limits { get; set; } = [];
}

public sealed class ComplaintChannelDraft
{
    public string Kind { get; set; } = "";

    public string Text { get; set; } = "";
}
