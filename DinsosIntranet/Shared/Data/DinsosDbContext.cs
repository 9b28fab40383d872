using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.TemplateLetters.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Shared.Files;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DinsosIntranet.Shared.Data;

/// <summary>
/// The model, the same for both databases. Each provider has its own context type because each has its own migrations.
/// Contexts come from <see cref="IDbContextFactory{TContext}"/>, one per operation.
/// </summary>
public abstract class DinsosDbContext(DbContextOptions options) : IdentityUserContext<StaffAccount, Guid>(options)
{
    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<RoleProposal> RoleProposals => Set<RoleProposal>();

    public DbSet<AccountNotice> AccountNotices => Set<AccountNotice>();

    public DbSet<StaffSession> StaffSessions => Set<StaffSession>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<AgencyProfile> AgencyProfiles => Set<AgencyProfile>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Desk> Desks => Set<Desk>();

    public DbSet<Official> Officials => Set<Official>();

    public DbSet<StandIn> StandIns => Set<StandIn>();

    public DbSet<CalendarDate> CalendarDates => Set<CalendarDate>();

    public DbSet<OfficeHours> OfficeHours => Set<OfficeHours>();

    public DbSet<SettingsRevision> SettingsRevisions => Set<SettingsRevision>();

    public DbSet<StandardVersion> StandardVersions => Set<StandardVersion>();

    public DbSet<StandardSchedule> StandardSchedules => Set<StandardSchedule>();

    public DbSet<StandardPlan> StandardPlans => Set<StandardPlan>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<PersonWord> PersonWords => Set<PersonWord>();

    public DbSet<PersonMerge> PersonMerges => Set<PersonMerge>();

    public DbSet<GuestBookEntry> GuestBookEntries => Set<GuestBookEntry>();

    public DbSet<ServiceRequest> ServiceRequests => Set<ServiceRequest>();

    public DbSet<RequestRequirement> RequestRequirements => Set<RequestRequirement>();

    public DbSet<HandOver> HandOvers => Set<HandOver>();

    public DbSet<Withdrawal> Withdrawals => Set<Withdrawal>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<DeskStay> DeskStays => Set<DeskStay>();

    public DbSet<WorkClock> WorkClocks => Set<WorkClock>();

    public DbSet<WorkPause> WorkPauses => Set<WorkPause>();

    public DbSet<RequestExclusion> RequestExclusions => Set<RequestExclusion>();

    public DbSet<HistoryEntry> HistoryEntries => Set<HistoryEntry>();

    public DbSet<AgendaEntry> AgendaEntries => Set<AgendaEntry>();

    public DbSet<AgendaEvent> AgendaEvents => Set<AgendaEvent>();

    public DbSet<Disposition> Dispositions => Set<Disposition>();

    public DbSet<StandingDisposition> StandingDispositions => Set<StandingDisposition>();

    public DbSet<DispositionInstruction> DispositionInstructions => Set<DispositionInstruction>();

    public DbSet<DtksCheck> DtksChecks => Set<DtksCheck>();

    public DbSet<CertificatePurpose> CertificatePurposes => Set<CertificatePurpose>();

    public DbSet<AidProgramme> AidProgrammes => Set<AidProgramme>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<AssignmentMember> AssignmentMembers => Set<AssignmentMember>();

    public DbSet<NumberBook> NumberBooks => Set<NumberBook>();

    public DbSet<NumberPreparation> NumberPreparations => Set<NumberPreparation>();

    public DbSet<TemplateEntry> TemplateEntries => Set<TemplateEntry>();

    public DbSet<LetterClassification> LetterClassifications => Set<LetterClassification>();

    public DbSet<PrintRecord> PrintRecords => Set<PrintRecord>();

    public DbSet<InformationRequest> InformationRequests => Set<InformationRequest>();

    public DbSet<InformationItem> InformationItems => Set<InformationItem>();

    public DbSet<ExclusionTest> ExclusionTests => Set<ExclusionTest>();

    public DbSet<InformationHandOver> InformationHandOvers => Set<InformationHandOver>();

    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<ComplaintAccused> ComplaintAccused => Set<ComplaintAccused>();

    public DbSet<ComplaintAnswer> ComplaintAnswers => Set<ComplaintAnswer>();

    public DbSet<ComplaintTransfer> ComplaintTransfers => Set<ComplaintTransfer>();

    public DbSet<ComplaintLogEntry> ComplaintLog => Set<ComplaintLogEntry>();

    public DbSet<ComplaintFinding> ComplaintFindings => Set<ComplaintFinding>();

    public DbSet<ComplaintReply> ComplaintReplies => Set<ComplaintReply>();

    public DbSet<ComplaintReminder> ComplaintReminders => Set<ComplaintReminder>();

    public DbSet<ComplaintSuperior> ComplaintSuperiors => Set<ComplaintSuperior>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<Superior> Superiors => Set<Superior>();

    public DbSet<VictimCase> VictimCases => Set<VictimCase>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<CaseBlock> CaseBlocks => Set<CaseBlock>();

    public DbSet<CaseMember> CaseMembers => Set<CaseMember>();

    public DbSet<CaseSighting> CaseSightings => Set<CaseSighting>();

    public DbSet<CaseEmergency> CaseEmergencies => Set<CaseEmergency>();

    public DbSet<AssessmentReview> AssessmentReviews => Set<AssessmentReview>();

    public DbSet<CaseReferral> CaseReferrals => Set<CaseReferral>();

    public DbSet<CaseHearing> CaseHearings => Set<CaseHearing>();

    public DbSet<CompanionBookings> CompanionBookings => Set<CompanionBookings>();

    public DbSet<CaseClosure> CaseClosures => Set<CaseClosure>();

    public DbSet<CaseAttachment> CaseAttachments => Set<CaseAttachment>();

    public DbSet<StaffTie> StaffTies => Set<StaffTie>();

    public DbSet<CaseConflict> CaseConflicts => Set<CaseConflict>();

    public DbSet<CaseHold> CaseHolds => Set<CaseHold>();

    public DbSet<CaseDestruction> CaseDestructions => Set<CaseDestruction>();

    public DbSet<CaseDeadline> CaseDeadlines => Set<CaseDeadline>();

    public DbSet<CaseFigure> CaseFigures => Set<CaseFigure>();

    public DbSet<FormVersion> FormVersions => Set<FormVersion>();

    public DbSet<RepatriationFile> RepatriationFiles => Set<RepatriationFile>();

    public DbSet<EscortBooking> EscortBookings => Set<EscortBooking>();

    public DbSet<EscortStop> EscortStops => Set<EscortStop>();

    public DbSet<RepatriationPaper> RepatriationPapers => Set<RepatriationPaper>();

    public DbSet<RepatriationVisit> RepatriationVisits => Set<RepatriationVisit>();

    public DbSet<RepatriationSighting> RepatriationSightings => Set<RepatriationSighting>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<KioskDevice> KioskDevices => Set<KioskDevice>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    /// <summary>Gives every changed row with a version token a new one, so that a second writer of the same row is noticed.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State == EntityState.Modified && entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
            {
                entry.Property("Version").CurrentValue = Guid.CreateVersion7();
            }

            // Identity's own token, which only its store renews: two failed sign-ins at once must both be counted.
            if (entry is { State: EntityState.Modified, Entity: StaffAccount account })
            {
                account.ConcurrencyStamp = Guid.NewGuid().ToString();
            }
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DinsosDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(w => w.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
}

public sealed class SqliteDinsosDbContext(DbContextOptions<SqliteDinsosDbContext> options) : DinsosDbContext(options);

public sealed class PostgresDinsosDbContext(DbContextOptions<PostgresDinsosDbContext> options) : DinsosDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // In the order of the characters, as SQLite has it: the beginnings of words are looked for as ranges.
        builder.Entity<PersonWord>().Property(w => w.Word).UseCollation("C");
    }
}
