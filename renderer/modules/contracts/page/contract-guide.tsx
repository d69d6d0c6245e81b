// What the guide of a project has of contracts: signing, and what comes after it.
import type { GuideProps } from '#renderer/app/module.ts';
import { AcceptancesOfProject } from '../acceptances/acceptances-of-project.tsx';
import { ContractsOfProject } from './contracts-of-project.tsx';

export function ContractGuide(props: GuideProps) {
  return (
    <>
      <ContractsOfProject {...props} />
      <AcceptancesOfProject {...props} />
    </>
  );
}
