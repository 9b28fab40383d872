using System.Text.RegularExpressions;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Architecture;

/// <summary>
/// A request does not exist for somebody excluded from it, so whatever reads requests, or what hangs on them, for a viewer
/// leaves those out. A file that reads such a table says how, or stands below with the reason why it need not.
/// </summary>
public sealed partial class VisibilityTests
{
    private static readonly string Features = Path.Combine(RepositoryRoot.Path, "DinsosIntranet", "Features");

    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Assignments/AssignmentLetter.cs"] = "what a letter says, for whoever may open it",
        ["Assignments/AssignmentService.cs"] = "the letter of a request in hand",
        ["Agenda/AgendaNames.cs"] = "names records of rows that were already made visible",
        ["Agenda/AgendaFilters.cs"] = "narrows what was already made visible",
        ["Complaints/ComplaintBook.Rows.cs"] = "adds to what was already made visible",
        ["Complaints/ComplaintFacts.cs"] = "what a letter says, for whoever may open it",
        ["Complaints/ComplaintLetters.cs"] = "what a letter says, for whoever may open it",
        ["Complaints/ComplaintService.Transfer.cs"] = "the letter of a complaint in hand",
        ["Desks/BoardReader.cs"] = "one picture for all; each viewer's tiles are taken out by BoardSnapshot.View",
        ["Desks/RequestPapers.cs"] = "of one request, found by RequestQueries",
        ["Desks/RequestTexts.cs"] = "whether a record's text is sealed in the trail",
        ["Desks/WorkEraser.cs"] = "erases what belongs to a case in hand",
        ["Intake/IntakeEraser.cs"] = "erases what belongs to a case in hand",
        ["VictimCases/ConflictQueries.cs"] = "through CaseQueries.Visible",
        ["VictimCases/RetentionQueries.cs"] = "through CaseQueries.Visible",
        ["Desks/RequestRecords.cs"] = "finds what is to be left out",
        ["Desks/WaitingUses.cs"] = "whether a desk may be closed",
        ["Desks/WorkItemNames.cs"] = "names records of rows that were already made visible",
        ["Dispositions/DispositionSheetWriter.Letters.cs"] = "letters of the agenda book, which are no requests",
        ["Agenda/AgendaQueries.One.cs"] = "letters of the agenda book, which are no requests",
        ["Agenda/LetterFiles.cs"] = "letters of the agenda book, which are no requests",
        ["Dispositions/DispositionQueries.Lists.cs"] = "through DispositionFilters.Received and ToReview",
        ["Dtks/DtksCertificateContent.cs"] = "what a letter says, for whoever may open it",
        ["Dtks/DtksQueries.cs"] = "the panel of a request the page has found",
        ["Objections/ObjectionFacts.cs"] = "what an objection rests on, for whoever was let in",
        ["Repatriation/RepatriationReferralLetter.cs"] = "what a letter says, for whoever may open it",
        ["Repatriation/RepatriationService.Refer.cs"] = "the letter of a request in hand",
        ["PublicInformation/InformationFacts.cs"] = "what a letter says, for whoever may open it",
        ["PublicInformation/InformationHandOverWriter.cs"] = "a paper of a request in hand",
        ["Intake/CorrectionService.Check.cs"] = "checks a request in hand",
        ["Intake/RequestSearch.cs"] = "narrows what was already made visible",
        ["Letters/LetterNames.cs"] = "names records of rows that were already made visible",
        ["Letters/LetterQueries.cs"] = "the signing panel of a request the page has found",
        ["Letters/LetterService.Preview.cs"] = "drawn for LetterPapers, which has asked",
        ["Letters/NumberService.cs"] = "the number must be free, whoever asks",
        ["Letters/ReplacedLetter.cs"] = "what a letter says, for whoever may open it",
        ["Letters/VerificationService.cs"] = "answers anybody who holds the paper",
        ["Letters/ReturnedNote.cs"] = "on the panel of a request the page has found",
        ["TemplateLetters/TemplateLetterContent.cs"] = "what a letter says, for whoever may open it",
        ["TemplateLetters/TemplateLetterQueries.cs"] = "the panel of a request the page has found",
        ["VictimCases/CaseQueries.Waiting.cs"] = "through CaseQueries.Visible",
        ["VictimCases/CaseQueries.FollowUps.cs"] = "of one case, found by CaseFinding; lists through CaseQueries.Visible",
        ["VictimCases/CaseNames.cs"] = "names records of rows that were already made visible",
        ["Standards/StandardUses.cs"] = "whether a desk may be closed",
    };

    [Fact]
    public void Files_ThatReadRequests_LeaveOutWhatTheViewerIsExcludedFrom() =>
        Assert.Empty(Reading().Where(f => !f.LeavesOut && !Exempt.ContainsKey(f.File)).Select(f => f.File + ": use VisibleTo, IsExcludedFrom or RequestAccess.MaySee(viewer, requestId)"));

    [Fact]
    public void Files_EveryException_IsStillNeeded() =>
        Assert.Empty(Exempt.Keys.Except(Reading().Where(f => !f.LeavesOut).Select(f => f.File)));

    private static IEnumerable<(string File, bool LeavesOut)> Reading() =>
        from path in Directory.EnumerateFiles(Features, "*.cs", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(Features, path).Replace('\\', '/')
        where !file.Contains("/Data/") && !file.Contains("/Domain/")
        let text = File.ReadAllText(path)
        where Table().IsMatch(text)
        select (file, LeavingOut().IsMatch(text));

    [GeneratedRegex(@"(?<![.\w])db\.(WorkItems|ServiceRequests|Letters|Dispositions|AgendaEntries|Attachments|PrintRecords|HistoryEntries|HandOvers)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"\.VisibleTo\(|IsExcludedFrom\(|\.ExcludedRequests\b|RequestAccess\.MaySee\(\w+, \w+\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeavingOut();
}
